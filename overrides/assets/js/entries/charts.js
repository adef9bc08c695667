// Shows that tables have pictures. What draws them is fetched when there is something to draw.

const figures = [...document.querySelectorAll("form figure[data-picture]")];
const form = figures[0]?.closest("form");
let isUnderWay = false;

for (const figure of figures) figure.hidden = false;
if (form) {
  for (const event of ["input", "change", "answers"]) form.addEventListener(event, begin);
  addEventListener("pageshow", begin); // a browser that goes back may fill in the boxes by itself
  begin();
}

async function begin() {
  if (isUnderWay || !hasAnything()) return;
  isUnderWay = true;
  try {
    const { watchPictures } = await import("../charts/live.js");
    watchPictures();
  } catch {
    isUnderWay = false; // it could not be fetched: the next letter tries again
  }
}

function hasAnything() {
  return [...form.elements].some((box) => box.name && (box.type === "checkbox" ? box.checked : box.value));
}
