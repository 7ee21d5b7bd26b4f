import type { JSX } from 'preact'
import { useFeatures, type Door } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { thisDevice } from '../../ui/this-device.ts'

const deviceKeys: { readonly [device in ReturnType<typeof thisDevice>]: TextKey } = {
  tablet: 'more.tablet',
  phone: 'more.phone',
  computer: 'more.computer',
}

function Doors({ title, doors }: { title: string; doors: readonly Door[] }): JSX.Element | null {
  const { t } = useText()
  if (doors.length === 0) return null
  return (
    <Section title={title}>
      <div class="doors">
        {doors.map((door) => (
          <a class="door" key={door.path} href={href(door.path)}>
            <Picture name={door.picture} />
            <span>{t(door.titleKey)}</span>
          </a>
        ))}
      </div>
    </Section>
  )
}

/** Everything that is not needed every day: what concerns the association, and what concerns this device. */
export function More(): JSX.Element {
  const { t } = useText()
  const doors = useFeatures()
    .flatMap((feature) => feature.doors ?? [])
    .sort((a, b) => a.order - b.order)
  const behind = (group: Door['group']): readonly Door[] => doors.filter((door) => door.group === group)
  return (
    <Page title={t('more.title')} parent="/">
      <div class="page stack">
        <Doors title={t('more.association')} doors={behind('association')} />
        <Doors
          title={t(deviceKeys[thisDevice(window.screen, navigator.maxTouchPoints)])}
          doors={behind('tablet')}
        />
      </div>
    </Page>
  )
}
