// What has changed in the checklists since a file was saved. All that comes from the file is put in as text.

export function report(place, { fresh, reworded, gone }, words) {
  const parts = [
    ["fresh", fresh],
    ["reworded", reworded.map(([old, now]) => words.was_now.replace(/\{(old|now)\}/g, (_, name) => (name === "old" ? old : now)))],
    ["gone", gone],
  ].filter(([, list]) => list.length);
  place.replaceChildren(...parts.map(([name, list]) => part(words[name].replace("{count}", list.length), list)));
  if (!parts.length) place.append(made("p", words.same));
  place.hidden = false;
}

function part(title, list) {
  const box = made("details", "");
  box.open = true;
  const items = made("ul", "");
  items.append(...list.map((text) => made("li", text)));
  box.append(made("summary", title), items);
  return box;
}

function made(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
