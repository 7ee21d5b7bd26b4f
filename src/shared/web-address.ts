/** A link as it was typed, made to lead there and nowhere else: addresses of other kinds are no meeting places. */
export const webAddress = (typed: string): string =>
  /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
