/** Mail programs cut longer addresses off without a word. */
const mostAddress = 6000

/**
 * The address that opens a letter in the device's own mail program; '' where that would be too long for some. Those whom it goes to
 * (`hidden`) don't read each other's addresses.
 */
export function mailTo(subject: string, body: string, hidden: readonly string[] = []): string {
  const encode = encodeURIComponent
  const bcc = hidden.length > 0 ? `bcc=${hidden.map(encode).join(',')}&` : ''
  const address = `mailto:?${bcc}subject=${encode(subject)}&body=${encode(body.replaceAll('\n', '\r\n'))}`
  return address.length <= mostAddress ? address : ''
}
