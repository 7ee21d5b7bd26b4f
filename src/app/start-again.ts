/** The whole app anew, at its first page. */
export function startAgain(): void {
  location.hash = '/'
  location.reload()
}
