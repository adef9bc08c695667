// Every pair of text and ground that can be seen, as two colours.
() => {
  const pairs = new Set();
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || element.closest("svg") || !element.checkVisibility()) continue;
    pairs.add(`${getComputedStyle(element).color} on ${ground(element)}`);
  }
  return [...pairs];
};
