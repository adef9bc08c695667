// Reduced motion: for a reader who asks for less, nothing moves by itself, slowly, or when something is pressed.
() => {
  const told = [];
  const name = (one, part) => one.outerHTML.slice(0, 90).replace(/\s+/g, " ") + part;
  const long = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  for (const one of document.querySelectorAll("*")) {
    for (const part of one.matches("head *, svg *") ? [""] : ["", "::before", "::after"]) {
      const style = getComputedStyle(one, part || null);
      if (long(style.transitionDuration)) told.push(`changes in ${style.transitionDuration}: ${name(one, part)}`);
      if (style.animationName !== "none" && long(style.animationDuration)) told.push(`is animated: ${name(one, part)}`);
    }
    if (getComputedStyle(one).scrollBehavior === "smooth") told.push(`scrolls smoothly: ${one.tagName}`);
    if (/^(animate|animateMotion|animateTransform|set|marquee|blink)$/i.test(one.tagName))
      told.push(`moves: ${one.tagName}`);
    if (one.matches("video[autoplay], audio[autoplay]")) told.push(`plays by itself: ${one.tagName}`);
  }
  if (document.getAnimations().length) told.push(`${document.getAnimations().length} animations run`);
  return told;
};
