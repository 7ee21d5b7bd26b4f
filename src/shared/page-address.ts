/** A typed address of the internet as a link leads there, with or without its beginning; '' for what is none. */
export function pageAddress(typed: string): string {
  const [, rest] = /^(?:https?:\/\/)?((?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#]\S*)?)$/iu.exec(typed.trim()) ?? []
  if (!rest) return ''
  return /^http:/i.test(typed.trim()) ? `http://${rest}` : `https://${rest}`
}
