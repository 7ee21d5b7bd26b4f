import { digitsIn, wrongGroups } from '../shared/slip-digits.ts'

/** refused: the person or the browser said no. none: there is no camera. reader: what reads codes could not be fetched. */
export class CameraProblem extends Error {
  override readonly name = 'CameraProblem'
  readonly why: 'refused' | 'none' | 'reader'
  constructor(why: CameraProblem['why'], cause: unknown) {
    super(why, { cause })
    this.why = why
  }
}

/** Reads the codes in what the camera shows now. */
type Reader = (video: HTMLVideoElement) => Promise<readonly string[]>

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
type DetectorMaker = {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** The browser's own, where it has one: it is faster, and nothing has to be fetched. */
async function browsersReader(): Promise<Reader | undefined> {
  const { BarcodeDetector: Maker } = window as { BarcodeDetector?: DetectorMaker }
  if (!Maker || !(await Maker.getSupportedFormats()).includes('qr_code')) return undefined
  const detector = new Maker({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue)
}

/** Wide enough for a code that fills a third of the picture, small enough for an old tablet. */
const width = 800

async function ownReader(): Promise<Reader> {
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (video) => {
    canvas.width = width
    canvas.height = Math.round((width * video.videoHeight) / video.videoWidth)
    context?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const image = context?.getImageData(0, 0, canvas.width, canvas.height)
    try {
      return Promise.resolve(image ? [decodeQR(image)] : [])
    } catch {
      // Nearly every picture holds no code.
      return Promise.resolve([])
    }
  }
}

async function makeReader(): Promise<Reader> {
  try {
    return (await browsersReader()) ?? (await ownReader())
  } catch (cause) {
    throw new CameraProblem('reader', cause)
  }
}

async function openCamera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  } catch (cause) {
    const isRefused = cause instanceof DOMException && cause.name === 'NotAllowedError'
    throw new CameraProblem(isRefused ? 'refused' : 'none', cause)
  }
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 150))

/**
 * Shows the camera's picture until there is an invitation or a recovery sheet in it, and returns its digits; '' once it was stopped.
 * Throws CameraProblem.
 */
export async function watchCamera(video: HTMLVideoElement, stop: AbortSignal): Promise<string> {
  const stream = await openCamera()
  const end = (): void => stream.getTracks().forEach((track) => track.stop())
  stop.addEventListener('abort', end)
  try {
    const read = await makeReader()
    video.srcObject = stream
    await video.play()
    while (!stop.aborted) {
      const texts = video.videoWidth > 0 ? await read(video) : []
      const found = texts.find((text) => wrongGroups(text).length === 0)
      if (found) return digitsIn(found)
      await pause()
    }
    return ''
  } catch (error) {
    // Whoever left while the picture began has nothing to be told.
    if (stop.aborted) return ''
    throw error
  } finally {
    end()
  }
}
