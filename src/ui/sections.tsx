import type { JSX } from 'preact'
import { useFeatures } from './feature.ts'
import { Lazy } from './lazy.tsx'

/** What all features hold about a record, on its page. */
export function Sections({ id, without }: { id: string; without?: string }): JSX.Element {
  const features = useFeatures().filter((feature) => feature.name !== without)
  return (
    <>
      {features.map(
        (feature) => feature.about && <Lazy key={feature.name} load={feature.about} props={{ id }} />,
      )}
    </>
  )
}
