// The logo: drawn from letters, or a picture from the reader's disk that is looked at first.

import { logoFile, logoParts } from "./drawn-logo.js";
import { endingOf, logoProblem } from "./logo-file.js";
import { drawn } from "./logo-picture.js";
import { initials } from "./names.js";

const COLOUR = /^#[0-9a-f]{6}$/i;
const OWN = "assets/our-logo";
const TYPES = { ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg" };

/**
 * @param {HTMLElement} place
 * @param {object} rules of the form
 * @param {Record<string, any>} words
 * @param {() => void} changed
 * @returns {object} `file` is its path in the edition's folder; nothing where the one of the settings stays
 */
export function logoChoice(place, rules, words, changed) {
  const letters = place.querySelector("[data-letters]");
  const shape = place.querySelector("[data-shape]");
  const picture = place.querySelector("[data-logo-file]");
  const problem = place.querySelector("[data-logo-problem]");
  const kept = place.querySelector("[data-logo-kept]");
  const ways = [...place.querySelectorAll("[data-logo-way]")];
  const drawing = { mark: rules.mark, letters: rules.letters };
  let areTyped = false;
  let isTouched = false;
  let there = ""; // the picture that the settings name which were read
  let picked; // the reader's picture: its bytes and path

  const logo = {
    parts: [],
    text: "",
    get isOwn() {
      return way() === "own";
    },
    get file() {
      if (there && !isTouched) return "";
      return logo.isOwn ? (picked?.path ?? "") : rules.logo.file;
    },
    get picture() {
      return logo.isOwn ? picked : undefined;
    },
    get isKept() {
      return Boolean(there) && !isTouched;
    },
    begin(named) {
      there = named;
      isTouched = false;
      areTyped = false;
      picked = undefined;
      picture.value = "";
      tell("");
      ways.find(({ value }) => value === "drawn").checked = true;
      showWay();
    },
    draw(name, colour) {
      if (!areTyped) letters.value = initials(name, rules.names);
      const fill = COLOUR.test(colour) ? colour : rules.starts["look.primary"];
      const given = letters.value.trim().toUpperCase();
      logo.parts = logoParts(given, fill, shape.value, drawing);
      logo.text = logoFile(given, fill, shape.value, name, drawing);
      kept.hidden = !logo.isKept;
      kept.textContent = words.logo.kept.replace("{file}", () => there);
    },
  };

  letters.addEventListener("input", () => {
    areTyped = true;
    touch();
  });
  shape.addEventListener("change", touch);
  for (const choice of ways) {
    choice.addEventListener("change", () => {
      showWay();
      touch();
    });
  }
  picture.addEventListener("change", async () => {
    const [file] = picture.files;
    picked = undefined;
    if (file) {
      const { wrong, ...looked } = await lookedAt(file, rules.logo);
      if (file !== picture.files[0]) return; // another was chosen meanwhile
      tell(wrong && words.logo_problems[wrong]);
      if (!wrong) picked = looked;
    }
    touch();
  });
  return logo;

  function way() {
    return ways.find(({ checked }) => checked).value;
  }

  function showWay() {
    place.querySelector("[data-logo-drawn]").hidden = way() === "own";
    place.querySelector("[data-logo-own]").hidden = way() !== "own";
  }

  function touch() {
    isTouched = true;
    changed();
  }

  function tell(text) {
    problem.textContent = text;
    problem.hidden = !text;
  }
}

// The reader's picture, or what is wrong with it: which rule it breaks, or that the browser cannot draw it.
async function lookedAt(file, limits) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const wrong = logoProblem(file, bytes, limits);
  if (wrong) return { wrong };
  const ending = endingOf(file.name);
  const picture = { path: OWN + ending, bytes, type: TYPES[ending] };
  try {
    return { ...picture, image: await drawn(picture) };
  } catch {
    return { wrong: "unread" };
  }
}
