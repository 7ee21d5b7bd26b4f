import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { readInfo } from '../../db/register/info.ts'
import { registerOf } from '../../db/register/open.ts'
import type { Register, RegisterInfo } from '../../db/register/tables.ts'
import { isPractice } from '../../db/tables.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { InCommon } from './common.tsx'
import { anyTown } from './filters.tsx'
import { NoBase } from './no-base.tsx'
import { askedOf, isOurs, placeOfRow, readOurs, type Ours } from './ours.ts'
import { Suggestions } from './suggestions.tsx'
import { TownChoice } from './town-choice.tsx'

type PartsProps = { ours: Ours; register: Register; info: RegisterInfo }

/** The computed ones. Without the towns and links of the register there is nothing to choose yet. */
function SoFar({ ours, register, info }: PartsProps): JSX.Element {
  const { t } = useText()
  const [place, setPlace] = useState(ours.towns[0] && placeOfRow(ours.towns[0]))
  const [wish, setWish] = useState(anyTown)
  const { base, n } = info
  if (!base) return <NoBase info={info} />
  const isAsked = place !== undefined && place.name !== ''
  return (
    <>
      <TownChoice towns={ours.towns} place={place} onChoose={setPlace} />
      {isAsked && (
        <Section title={t('fit.soFar')}>
          <Suggestions
            base={base}
            isOurs={isOurs(ours, place)}
            question={{
              register: register.name,
              asOf: `${base.hash} ${n}`,
              town: askedOf(place),
              links: ours.links,
              wish,
            }}
            onWish={setWish}
          />
        </Section>
      )}
    </>
  )
}

function Inside({ town }: { town: string | undefined }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const register = registerOf(notebook)
  const ours = useLive(() => readOurs(notebook, town), [notebook, town])
  const info = useLive(() => readInfo(register), [register])
  if (isPractice(notebook))
    return (
      <Empty picture="door-register" words={t('fit.practice')}>
        <LinkButton to={href('/register')}>{t('register.title')}</LinkButton>
      </Empty>
    )
  if (!ours || !info) return null
  return (
    <>
      <SoFar ours={ours} register={register} info={info} />
      {info.takenAt > 0 && <InCommon register={register} publisher={ours.publisher} />}
    </>
  )
}

/** Which towns could fit ours, or another: by how partnerships came about, and by what associations say of themselves. */
export function FitScreen({ params }: { params: Params }): JSX.Element {
  const { t } = useText()
  const { town } = params
  return (
    <Page title={t('fit.title')} parent={town ? `/towns/${town}` : '/more'}>
      <div class="page stack">
        <Inside key={town} town={town} />
      </div>
    </Page>
  )
}
