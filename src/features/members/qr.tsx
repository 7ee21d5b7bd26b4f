import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Empty modules around the code, without which cameras don't find it. */
const border = 4

const draw = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')

/**
 * A text as QR code, black on white in every theme: cameras can't read it otherwise. What draws it may be missing without a
 * network: then there is none, and link and digits do the same.
 */
export function Qr({ text, label }: { text: string; label: string }): JSX.Element | null {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>()
  useEffect(() => {
    import('qr').then(
      ({ encodeQR }) => setRows(encodeQR(text, 'raw', { ecc: 'medium', border })),
      () => setRows(undefined),
    )
  }, [text])
  if (rows === undefined) return null
  const size = rows.length
  return (
    <div class="qr-plate">
      <svg
        class="qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={label}
        shape-rendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path fill="#000" d={draw(rows)} />
      </svg>
    </div>
  )
}
