// Many weeks in little room: neighbours are drawn together, from their lowest to their highest, and said one by one.

/** Some neighbours as one drawing: where they stand among all, and what they span. */
export type Bunch = { first: number; last: number; low: number; high: number; middle: number; known: number };

/** Neighbours together, so many at a time; `known` counts those with a value. */
export function bunches(values: (number | null)[], size: number): Bunch[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => {
    const part = values.slice(i * size, (i + 1) * size);
    const known = part.filter((value) => value !== null).sort((a, b) => a - b);
    return {
      first: i * size,
      last: i * size + part.length - 1,
      low: known[0] ?? 0,
      high: known.at(-1) ?? 0,
      middle: middle(known),
      known: known.length,
    };
  });
}

/** How many neighbours share a place, so that places stand at least so far apart. */
export function together(count: number, width: number, apart: number): number {
  return Math.max(1, Math.ceil((count * apart) / Math.max(1, width)));
}

function middle(sorted: number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper;
}
