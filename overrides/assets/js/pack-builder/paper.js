// Prints a pack: a cover, the contents and each part, put together in this page, where only paper shows it.

import { fill } from "./panel.js";
import { pageAt, printable } from "./pages.js";
import { minutesOf, peopleOf } from "./sums.js";

const STYLES = ["assets/css/worksheet.css", "assets/css/pack-paper.css"];
const PATIENCE = 5000; // milliseconds for pictures and letters; a pack without one is better than none
const ACTS = ["pointerdown", "keydown"];
const styles = new Map();

/**
 * Puts the pack into the page and prints it.
 * @param {object} pack `address` is where others find it, or empty
 * @returns {Promise<object | undefined>} the part whose page could not be had, if there is one
 */
export async function printPack({ form, parts, speak, root, title, address }) {
  const site = address ? new URL(form.dataset.root, address) : root;
  await Promise.all(STYLES.map((path) => styled(new URL(path, root).href)));
  const pages = await Promise.allSettled(parts.map(({ url }) => pageAt(new URL(url, root).href)));
  const lost = pages.findIndex(({ status }) => status === "rejected");
  if (lost >= 0) return parts[lost];
  const drawn = parts.map((part, at) => printable(pages[at].value, part, { root, site }, at + 1));
  const paper = form.querySelector("template[data-cover]").content.firstElementChild.cloneNode(true);
  paper.querySelector("[data-title]").textContent = title;
  paper.querySelector("[data-sum]").textContent = speak.sum(parts);
  fill(
    paper.querySelector("[data-untimed]"),
    minutesOf(parts).untimed.map((part) => speak.say("time_of", part)),
  );
  paper.querySelector("[data-address]").textContent = address;
  fill(paper.querySelector("[data-people]"), peopleOf(parts));
  paper.querySelector("[data-contents]").append(...parts.map((part, at) => entry(speak.name(part), at + 1)));
  paper.append(...drawn);
  takeAway();
  document.body.append(paper);
  document.body.classList.add("has-paper");
  await Promise.race([
    Promise.all([...pictures(paper), ...letters(paper)]),
    new Promise((done) => setTimeout(done, PATIENCE)),
  ]);
  print();
  for (const act of ACTS) addEventListener(act, acted, true);
}

// On a phone `print` returns at once, and "afterprint" comes before the pack is drawn. So it stays until the reader goes
// on in this page, or prints again.
function acted({ target, key = "Enter" }) {
  const again = target.closest?.('[data-do="print"]') && ["Enter", " "].includes(key);
  if (!again) takeAway();
}

function takeAway() {
  for (const act of ACTS) removeEventListener(act, acted, true);
  document.querySelector("body > .paper")?.remove();
  document.body.classList.remove("has-paper");
}

// What only paper needs is fetched when something is to be printed, once. Throws where it cannot be had.
function styled(href) {
  if (!styles.has(href)) {
    styles.set(
      href,
      new Promise((done, failed) => {
        const link = Object.assign(document.createElement("link"), {
          rel: "stylesheet",
          media: "print",
          href,
          onload: done,
        });
        link.onerror = () => {
          link.remove();
          styles.delete(href); // so that it can be tried again
          failed(new Error(href));
        };
        document.head.append(link);
      }),
    );
  }
  return styles.get(href);
}

function entry(text, number) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#pack-${number}`;
  link.textContent = text;
  item.append(link);
  return item;
}

function pictures(paper) {
  return [...paper.querySelectorAll("img")].map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => {});
  });
}

// What is not on the screen brings no font along by itself.
function letters(paper) {
  const { fontFamily } = getComputedStyle(document.body);
  return ["", "bold ", "italic "].map((way) =>
    document.fonts.load(`${way}1em ${fontFamily}`, paper.textContent).catch(() => {}),
  );
}
