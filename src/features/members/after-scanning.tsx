import type { JSX } from 'preact'

/** A drawing of what a camera shows once it has read the code: a line with the address, to be tapped. Words say the same. */
export function AfterScanning({ link }: { link: string }): JSX.Element {
  const { host } = new URL(link)
  return (
    <svg class="after-scanning" viewBox="0 0 200 96" aria-hidden="true">
      <rect x="1" y="1" width="198" height="94" rx="12" fill="none" stroke="#000" stroke-width="2" />
      <path
        d="M82 14h10M82 14v10M118 14h-10M118 14v10M82 50h10M82 50v-10M118 50h-10M118 50v-10"
        fill="none"
        stroke="#000"
        stroke-width="2"
      />
      <path d="M88 20h8v8h-8zM104 20h8v8h-8zM88 36h8v8h-8zM104 36h4v4h-4zM108 40h4v4h-4z" fill="#000" />
      <rect x="22" y="60" width="156" height="26" rx="13" fill="#000" />
      <text
        x="100"
        y="78"
        text-anchor="middle"
        font-size="13"
        fill="#fff"
        textLength={host.length > 20 ? 144 : undefined}
      >
        {host}
      </text>
    </svg>
  )
}
