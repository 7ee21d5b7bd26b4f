import type { JSX } from 'preact'
import { useFeatures } from './feature.ts'
import { Lazy } from './lazy.tsx'

type SectionsProps = { id: string; without?: string; only?: string }

/** What all features hold about a record, on its page; or all but one, or one alone, which then stands elsewhere. */
export function Sections({ id, without, only }: SectionsProps): JSX.Element {
  const features = useFeatures().filter(({ name }) => name !== without && (!only || name === only))
  return (
    <>
      {features.map(
        (feature) => feature.about && <Lazy key={feature.name} load={feature.about} props={{ id }} />,
      )}
    </>
  )
}
