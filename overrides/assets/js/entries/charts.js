// Shows that tables have pictures. What draws them is fetched when there is something to draw.

const figures = [...document.querySelectorAll("form figure[data-picture]")];
const form = figures[0]?.closest("form");
let isUnderWay = false;

for (const figure of figures) figure.hidden = false;
for (const figure of document.querySelectorAll("figure[data-picture][data-of]")) awaitRows(figure);
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

// A picture outside a form waits for another script to find its rows.
function awaitRows(figure) {
  const start = async () => {
    if (figure.dataset.rows === undefined || figure.dataset.ready !== undefined) return;
    figure.dataset.ready = "";
    try {
      const { watchKept } = await import("../charts/kept.js");
      await watchKept(figure);
    } catch {
      delete figure.dataset.ready; // it could not be fetched: the words stand there without it
    }
  };
  figure.addEventListener("rows", start);
  start();
}
