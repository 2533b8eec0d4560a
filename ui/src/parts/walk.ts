// Rows of a table as one stop: arrows go from row to row, Home and End to its ends. In: a key press on the table's body.

/** Move the focus among the buttons that open a row; says nothing of what they open. */
export function walkRows(event: KeyboardEvent): void {
  const body = event.currentTarget;
  if (!(body instanceof HTMLElement)) return;
  const rows = [...body.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
  if (!row) return;
  for (const one of rows) one.tabIndex = one === row ? 0 : -1;
  row.focus();
}
