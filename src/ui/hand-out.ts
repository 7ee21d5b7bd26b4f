/** How long the browser may take to begin with a download, in milliseconds. */
const patience = 60_000

/** Puts a file where the browser keeps what it downloads. */
export function download(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), patience)
}

/** Whether the device's own choice of where something shall go takes these files. */
export const takesFiles = (files: readonly File[]): boolean =>
  'canShare' in navigator && navigator.canShare({ files: [...files] })

/** Whether this device can hand the file to another app or to its own folders; a mouse has better ways. */
export const canShare = (file: File): boolean => navigator.maxTouchPoints > 0 && takesFiles([file])

/** Opens the device's own choice of where something shall go. Returns whether somebody chose. */
export async function share(what: ShareData): Promise<boolean> {
  try {
    await navigator.share(what)
    return true
  } catch (error) {
    // Closed without choosing: that is an answer too.
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
}
