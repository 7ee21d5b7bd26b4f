/** The points of an agenda, one a line, without the numbers that somebody gave them. */
export const pointsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-–•*])\s+/, '').trim())
    .filter(Boolean)
