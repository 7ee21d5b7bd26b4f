import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Frame } from './view.ts'

/** What a picture is taken to be where nothing can be measured. */
const usual = 720
const narrow = 480

export type Measured = {
  readonly frame: Frame
  /** Pixels to a rem. */
  readonly rem: number
  /** How high the picture's letters are. */
  readonly letters: number
}

function measure(element: HTMLElement, ratio: number): Measured {
  const pixels = element.clientWidth || usual
  return {
    frame: { pixels, ratio: pixels < narrow ? Math.max(ratio, Math.min(1, ratio * 1.5)) : ratio },
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
    letters: Number.parseFloat(getComputedStyle(element).fontSize) || 18,
  }
}

const isSame = (a: Measured, b: Measured): boolean =>
  a !== unmeasured && a.frame.pixels === b.frame.pixels && a.rem === b.rem && a.letters === b.letters

/** Before its box is there: nothing is drawn by it. */
export const unmeasured: Measured = {
  frame: { pixels: usual, ratio: 1 },
  rem: 16,
  letters: 18,
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
    const resized = new ResizeObserver(look)
    resized.observe(element)
    // Larger letters leave the picture as wide as it was.
    const worn = new MutationObserver(look)
    worn.observe(document.documentElement, { attributeFilter: ['data-size'] })
    return () => {
      resized.disconnect()
      worn.disconnect()
    }
  }, [ratio])
  return { box, size }
}
