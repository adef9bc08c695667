// Every pair of text and ground that can be seen, as two colours.
() => {
  const pairs = new Set();
  const grounds = new Map([[null, "rgb(255, 255, 255)"]]);
  const ground = (element) => {
    if (!grounds.has(element)) {
      const colour = getComputedStyle(element).backgroundColor;
      grounds.set(element, colour === "rgba(0, 0, 0, 0)" ? ground(element.parentElement) : colour);
    }
    return grounds.get(element);
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || element.closest("svg") || !element.checkVisibility()) continue;
    pairs.add(`${getComputedStyle(element).color} on ${ground(element)}`);
  }
  return [...pairs];
};
