import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Frame } from './view.ts'

/** What a picture is taken to be where nothing can be measured. */
const usual = 720
const narrow = 480

export type Measured = {
  readonly frame: Frame
  /** Pixels to a rem. */
  readonly rem: number
  /** How wide a text is in the picture's letters, and how high a line of it. */
  readonly widthOf: (text: string) => number
  readonly line: number
}

let pen: CanvasRenderingContext2D | null | undefined

function measurer(font: string, size: number): (text: string) => number {
  pen ??= document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  const read = (text: string): number => {
    if (!pen) return text.length * size * 0.6
    // Several maps share the pen: reading it is cheaper than setting it.
    if (pen.font !== font) pen.font = font
    return pen.measureText(text).width
  }
  return (text) => {
    const width = known.get(text) ?? read(text)
    known.set(text, width)
    return width
  }
}

function measure(element: HTMLElement, ratio: number): Measured {
  const style = getComputedStyle(element)
  const size = Number.parseFloat(style.fontSize) || 18
  const pixels = element.clientWidth || usual
  return {
    frame: { pixels, ratio: pixels < narrow ? Math.max(ratio, Math.min(1, ratio * 1.5)) : ratio },
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    widthOf: measurer(`${style.fontWeight || 600} ${size}px ${style.fontFamily || 'sans-serif'}`, size),
    line: size * 1.5,
  }
}

const isSame = (a: Measured, b: Measured): boolean =>
  a !== unmeasured && a.frame.pixels === b.frame.pixels && a.rem === b.rem && a.line === b.line

/** Before its box is there: nothing is drawn by it. */
export const unmeasured: Measured = {
  frame: { pixels: usual, ratio: 1 },
  rem: 16,
  line: 27,
  widthOf: () => 0,
}

type Box = { readonly box: { current: HTMLDivElement | null }; readonly size: Measured }

/**
 * How large the picture is on this screen, again whenever that changes; `unmeasured` until its box is there, which is before
 * anything is painted. `ratio` is its height to its width where there is room.
 */
export function useFrame(ratio: number): Box {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState(unmeasured)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = (): void => {
      const now = measure(element, ratio)
      setSize((before) => (isSame(before, now) ? before : now))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ratio])
  return { box, size }
}
