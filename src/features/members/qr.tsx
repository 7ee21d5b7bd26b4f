import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'

/** Empty modules around the code, without which cameras don't find it. */
const quiet = 4

const draw = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')

/** A text as QR code, black on white in every theme: cameras can't read it otherwise. */
export function Qr({ text, label }: { text: string; label: string }): JSX.Element {
  const { onProblem } = useOpen()
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>()
  useEffect(() => {
    import('qr').then(
      ({ encodeQR }) => setRows(encodeQR(text, 'raw', { ecc: 'medium', border: 0 })),
      (error: unknown) => onProblem(problemOf(error)),
    )
  }, [text])
  const size = rows?.length ?? 33
  const box = `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`
  return (
    <div class="qr-plate">
      <svg class="qr" viewBox={box} role="img" aria-label={label} shape-rendering="crispEdges">
        <rect x={-quiet} y={-quiet} width="100%" height="100%" fill="#fff" />
        {rows && <path fill="#000" d={draw(rows)} />}
      </svg>
    </div>
  )
}
