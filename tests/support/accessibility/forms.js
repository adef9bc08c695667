// Every box to fill in has words that are seen beside it, in a label or a table's heading, and a name that holds them
// (2.5.3, 3.3.2); boxes that belong together stand in a named group; no box asks with a placeholder alone.
() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const seen = (one) => shown(one) && !one.closest(".visually-hidden") && one.textContent.trim();
  const name = (one) => one.outerHTML.slice(0, 110).replace(/\s+/g, " ");
  const headed = (one) => {
    const cell = one.closest("td");
    return cell && (cell.dataset.label || seen(cell.closest("table").tHead.rows[0].cells[cell.cellIndex]));
  };
  return [...document.querySelectorAll("input:not([type=hidden]), select, textarea")].filter(shown).flatMap((one) => {
    const told = [];
    const others = (one.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
    const labels = [...(one.labels ?? []), ...others.filter(Boolean)];
    if (!labels.some(seen) && !headed(one)) told.push(`no words are seen beside ${name(one)}`);
    if (headed(one) && !one.getAttribute("aria-label") && !labels.length)
      told.push(`only its place in the table names ${name(one)}`);
    if (one.placeholder) told.push(`asks with a placeholder: ${name(one)}`);
    if (one.type === "radio" && !one.closest("fieldset")?.querySelector("legend")?.textContent.trim())
      told.push(`in no named group: ${name(one)}`);
    for (const id of (one.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)) {
      if (!document.getElementById(id)) told.push(`is described by nothing: ${name(one)}`);
    }
    return told;
  });
};
