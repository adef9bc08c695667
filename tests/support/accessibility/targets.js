// Target size (WCAG 2.2, 2.5.8): each control is 24 by 24 px, or a circle of 24 px round its middle touches no other
// control, nor the circle of another small one. A link in a sentence is let off.
() => {
  const LEAST = 24;
  const SLACK = 0.5; // a size of 23.99 px is one of rounding
  const shown = (one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest("[inert]");

  // A link in a sentence stands in a line beside words that are not links.
  const inSentence = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const rest = block.cloneNode(true);
    for (const other of rest.querySelectorAll("a, button, .visually-hidden, .size")) other.remove();
    return /\p{L}/u.test(rest.textContent);
  };

  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter(shown)
    .filter((one) => !one.disabled)
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const small = ({ box }) => box.width < LEAST - SLACK || box.height < LEAST - SLACK;
  const middle = ({ box }) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const away = (at, box) =>
    Math.hypot(Math.max(box.left - at.x, 0, at.x - box.right), Math.max(box.top - at.y, 0, at.y - box.bottom));

  return targets
    .filter((mine) => small(mine) && !inSentence(mine.one))
    .flatMap((mine) => {
      const at = middle(mine);
      const near = targets.find((other) => {
        if (other === mine || mine.one.contains(other.one) || other.one.contains(mine.one)) return false;
        if (away(at, other.box) < LEAST / 2) return true;
        const its = middle(other);
        return small(other) && Math.hypot(at.x - its.x, at.y - its.y) < LEAST;
      });
      if (!near) return [];
      const size = `${mine.box.width.toFixed(1)} x ${mine.box.height.toFixed(1)}`;
      return [`${size}: ${mine.one.outerHTML.slice(0, 120)} is too near to ${near.one.outerHTML.slice(0, 80)}`];
    });
};
