// The heads of a table stay in view while somebody scrolls down. A table that is wider than its place scrolls inside it,
// heads included; one that fits needs no box of its own, and its heads stay at the top of the window.

/**
 * Marks tables that fit, also when the window changes.
 * @param {ParentNode} page
 */
export function keepHeads(page) {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scroll = target.closest(".table-scroll");
      scroll.classList.toggle(
        "table-scroll--fits",
        scroll.querySelector("table").offsetWidth <= scroll.clientWidth + 1,
      );
    }
  });
  for (const scroll of page.querySelectorAll(".table-scroll")) {
    observer.observe(scroll);
    observer.observe(scroll.querySelector("thead")); // as wide as the table, but no higher with each row
  }
}
