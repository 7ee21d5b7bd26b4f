let said = ''

/** Keeps what was just done for the next look at everybody, where it is said. */
export function keepDone(words: string): void {
  said = words
}

/** What was just done, once; '' for nothing. */
export function takeDone(): string {
  const words = said
  said = ''
  return words
}
