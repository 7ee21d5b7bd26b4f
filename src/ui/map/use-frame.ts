import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Frame } from './view.ts'

/** What a picture is taken to be before it is measured, and on paper. */
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
  return (text) => {
    if (!pen) return text.length * size * 0.6
    pen.font = font
    return pen.measureText(text).width
  }
}

function measure(element: HTMLElement | null, ratio: number): Measured {
  const style = element && getComputedStyle(element)
  const size = Number.parseFloat(style?.fontSize ?? '') || 18
  const pixels = element?.clientWidth || usual
  return {
    frame: { pixels, ratio: pixels < narrow ? Math.max(ratio, Math.min(1, ratio * 1.5)) : ratio },
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    widthOf: measurer(`${style?.fontWeight ?? 600} ${size}px ${style?.fontFamily ?? 'sans-serif'}`, size),
    line: size * 1.5,
  }
}

/** How large the picture is on this screen, again whenever that changes. `ratio` is its height to its width where there is room. */
export function useFrame(ratio: number): Measured & { readonly box: { current: HTMLDivElement | null } } {
  const box = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState(() => measure(null, ratio))
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = (): void => setMeasured(measure(element, ratio))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ratio])
  return { ...measured, box }
}
