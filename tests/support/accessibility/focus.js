// Focus: is it seen? Without `which`, looks at what has the focus now; with it, gives the focus to each control in turn,
// to "all", or to the first of each of these kinds of `kinds.js`: its ring has the colours of all of its kind.
// Its ring is there, is 3:1 or more beside what is round it (1.4.11, 2.4.7), and is not cut off; and nothing that stays
// in sight hides it (2.4.11). Press Tab once before, so that the browser shows the focus as it does for a keyboard.
(which) => {
  const CONTRAST = 3;
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = new Map(); // a page has few colours, and to paint one takes longer than all else here
  const rgba = (colour) => {
    if (!painted.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      painted.set(colour, { rgb: [r, g, b], a: a / 255 });
    }
    return painted.get(colour);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  // The colour behind an element: its own or its nearest parent's. A field painted by a border picture counts too.
  const ground = (from) => {
    for (let at = from; at; at = at.parentElement) {
      const its = getComputedStyle(at);
      const picture = its.borderImageSource.match(/(?:rgba?|color|oklch|lab)\([^()]*\)/)?.[0];
      const colour = rgba(picture ?? its.backgroundColor);
      if (colour.a > 0.5) return colour.rgb;
    }
    return [255, 255, 255];
  };

  // Which sides of the ring lie outside the box that hides what leaves it.
  const cutOff = (one, far) => {
    const box = one.getBoundingClientRect();
    for (let at = one.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const clip = at.getBoundingClientRect();
      const cut = [];
      if (overflowX !== "visible" && box.left - far < clip.left - 0.5) cut.push("left");
      if (overflowX !== "visible" && box.right + far > clip.right + 0.5) cut.push("right");
      if (overflowY !== "visible" && box.top - far < clip.top - 0.5) cut.push("top");
      if (overflowY !== "visible" && box.bottom + far > clip.bottom + 0.5) cut.push("bottom");
      // Browsers do not scroll a table sideways for a few pixels: three sides are then seen.
      return cut.length === 1 && at.scrollWidth > at.clientWidth && /left|right/.test(cut[0]) ? [] : cut;
    }
    return [];
  };

  const ringFaults = (one) => {
    const style = getComputedStyle(one);
    const width = parseFloat(style.outlineWidth);
    if (style.outlineStyle === "none" || width < 2) return ["no ring"];
    const found = contrast(rgba(style.outlineColor).rgb, ground(one.parentElement));
    const cut = cutOff(one, parseFloat(style.outlineOffset) + width / 2);
    return [
      ...(found < CONTRAST ? [`the ring has only ${found.toFixed(2)}:1 beside what is round it`] : []),
      ...(cut.length ? [`the ring is cut off: ${cut.join(", ")}`] : []),
    ];
  };

  // Something that stays in sight lies over the middle or a corner, or it is nowhere to be seen.
  const hiddenFaults = (one, asks) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    if (bottom < 1 || top > innerHeight - 1 || right < 1 || left > innerWidth - 1) return ["it is out of sight"];
    const [west, east, north, south] = [
      Math.max(left, 0),
      Math.min(right, innerWidth),
      Math.max(top, 0),
      Math.min(bottom, innerHeight),
    ];
    const points = [
      [(west + east) / 2, (north + south) / 2],
      // Something that is most of a window high always has an end under what stays at the window's edge.
      ...(bottom - top > innerHeight / 2
        ? []
        : [
            [west + 3, north + 3],
            [east - 3, south - 3],
          ]),
    ];
    return points.filter(asks).flatMap(([x, y]) => {
      const over = document.elementFromPoint(x, y);
      if (!over || one.contains(over) || over.contains(one)) return [];
      if (over.closest("[popover]")) return []; // the reader opened it, and Escape takes it away
      for (let at = over; at && !at.contains(one); at = at.parentElement) {
        if (/sticky|fixed/.test(getComputedStyle(at).position))
          return [`${at.tagName.toLowerCase()}.${at.className} lies over it`];
      }
      return [];
    });
  };

  const look = (one, asks = () => true) => {
    const words = (one.getAttribute("aria-label") || one.textContent || one.name || one.id)
      .trim()
      .replace(/\s+/g, " ")
      .slice(0, 50);
    return [...new Set([...ringFaults(one), ...hiddenFaults(one, asks)])].map(
      (fault) => `${fault}: ${one.tagName.toLowerCase()} “${words}”`,
    );
  };

  if (!which) return document.activeElement === document.body ? null : look(document.activeElement);
  const kinds = globalThis.firstOfKind?.controls;
  const controls = which === "all" ? [...document.querySelectorAll(CONTROLS)] : which.map((kind) => kinds.get(kind));

  // To ask what lies at a point takes as long as all else: the focus has changed the page, which is put together anew.
  // So it is asked of the first of each kind; what might come with the focus comes to all of its kind. Of others it is
  // asked only where something that stays in sight is.
  const asksAll = which !== "all" || !kinds;
  const firsts = new Set(asksAll ? controls : kinds.values());
  const staying = [...document.querySelectorAll(asksAll ? "none" : "body *")]
    .filter((one) => /sticky|fixed/.test(getComputedStyle(one).position))
    .flatMap((one) => [one, ...one.querySelectorAll("*")]);
  const boxes = { scrolled: "" }; // of what stays in sight, while the page is not scrolled on
  const isNear = ([x, y]) => {
    const scrolled = `${scrollX} ${scrollY}`;
    if (scrolled !== boxes.scrolled) {
      const all = staying.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width && height);
      Object.assign(boxes, { scrolled, all });
    }
    return boxes.all.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
  };
  return controls
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
    .flatMap((one) => {
      one.focus();
      if (document.activeElement !== one) return [`it does not take the focus: ${one.outerHTML.slice(0, 80)}`];
      return look(one, firsts.has(one) ? undefined : isNear);
    });
};
