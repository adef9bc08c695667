// Words, links or controls that are seen, the first of each kind. What is round two of a kind has the same elements and
// classes, they are in the same state, and have the same colours and letters: so they look the same, on whichever page
// they stand. Returns the kinds' numbers, by which checkers that come next find the first.
(which) => {
  const TAKES_WORDS = "input:not([type=hidden]), select, textarea";
  const CONTROLS = `a[href], button, ${TAKES_WORDS}, summary, [tabindex='0']`;
  const STATES = ["type", "role", "style", "aria-current", "aria-expanded", "aria-pressed", "aria-disabled"];

  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const worded = () => {
    const found = new Set(document.querySelectorAll(TAKES_WORDS));
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) if (words.currentNode.data.trim()) found.add(words.currentNode.parentElement);
    return [...found];
  };
  const FIND = {
    words: worded,
    links: () => [...document.querySelectorAll("a[href]")],
    controls: () => [...document.querySelectorAll(CONTROLS)].filter((one) => !one.disabled),
  };

  // What stands round an element is the same for all that stand in one.
  const rounds = new Map([[null, ""]]);
  const round = (one) => {
    if (!rounds.has(one)) {
      const { backgroundColor, opacity } = getComputedStyle(one);
      rounds.set(
        one,
        number(`${round(one.parentElement)} ${one.tagName}.${one.className} ${backgroundColor} ${opacity}`),
      );
    }
    return rounds.get(one);
  };
  const kindOf = (one) => {
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const letters = which === "words" ? [fontSize, fontWeight] : []; // how strong a colour must be goes by them
    const state = [...STATES.map((name) => one.getAttribute(name)), one.checked, one.readOnly, one.disabled];
    return number([...state, color, ...letters, round(one)].join());
  };
  // A text as a number of 53 bits: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
  function number(text) {
    let [high, low] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      high = Math.imul(high ^ letter, 2654435761);
      low = Math.imul(low ^ letter, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }

  const kinds = new Map();
  for (const one of FIND[which]().filter(shown)) {
    const kind = kindOf(one);
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  globalThis.firstOfKind = { ...globalThis.firstOfKind, [which]: kinds };
  return [...kinds.keys()];
};
