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

/** Whether this device can hand the file to another app or to its own folders; a mouse has better ways. */
export function canShare(file: File): boolean {
  return navigator.maxTouchPoints > 0 && 'canShare' in navigator && navigator.canShare({ files: [file] })
}

/** Opens the device's own choice of where the file shall go. */
export async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] })
  } catch (error) {
    // Closed without choosing: that is an answer too.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}
