import type { ComponentChildren, JSX } from 'preact'
import { binDays } from '../../db/bin.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { LinkButton, Buttons } from '../../ui/button.tsx'
import { LegalLinks } from '../../ui/legal.tsx'
import { Paper, PaperTable } from '../../ui/paper.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { usePrivacyFacts, type PrivacyFacts } from './use-facts.ts'

function Part({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="section stack tight">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Lines({ keys }: { keys: readonly TextKey[] }): JSX.Element {
  const { t } = useText()
  return (
    <ul class="paper-list">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
}

/** Who answers for the data. */
function Controller({ name, controller, contact }: PrivacyFacts): JSX.Element {
  const { t } = useText()
  return (
    <Part title={t('retention.paper.controller')}>
      <p class="written">{controller || name || t('retention.paper.notYet')}</p>
      <p class="written">
        {t('retention.paper.contact', { contact: contact || t('retention.paper.notYet') })}
      </p>
    </Part>
  )
}

type Kept = { readonly id: string; readonly what: string; readonly holds: string; readonly lasts: string }

/** Which data of whom, and for how long. */
function useKept({ retention }: PrivacyFacts): Kept[] {
  const { t } = useText()
  const after = (days: number): string =>
    days > 0 ? t('retention.paper.afterVisit', { count: days }) : t('retention.untilDeleted')
  const again =
    retention.contactMonths > 0
      ? t('retention.paper.askAgain', { count: retention.contactMonths })
      : t('retention.untilDeleted')
  const row = (id: string, what: TextKey, holds: TextKey, lasts: string): Kept => ({
    id,
    what: t(what),
    holds: t(holds),
    lasts,
  })
  return [
    row('people', 'retention.paper.people', 'retention.paper.peopleHold', again),
    row('hosting', 'retention.paper.hosting', 'retention.paper.hostingHold', after(retention.hostingDays)),
    row('diet', 'retention.paper.diet', 'retention.paper.dietHold', after(retention.dietDays)),
    row('events', 'retention.paper.events', 'retention.paper.eventsHold', after(retention.logisticsDays)),
    row('texts', 'retention.paper.texts', 'retention.paper.textsHold', t('retention.untilDeleted')),
    row('photos', 'retention.paper.photos', 'retention.paper.photosHold', t('retention.untilDeleted')),
    row(
      'bin',
      'retention.paper.bin',
      'retention.paper.binHold',
      t('retention.paper.binLasts', { count: binDays }),
    ),
    row(
      'devices',
      'retention.paper.devices',
      'retention.paper.devicesHold',
      t('retention.paper.devicesLast'),
    ),
  ]
}

const roleKeys = {
  coordinator: 'retention.paper.coordinator',
  member: 'retention.paper.member',
  reader: 'retention.paper.reader',
} as const

/** Everybody who sees the notebook. */
function Recipients({ members, invited, sheets, exchange }: PrivacyFacts): JSX.Element {
  const { t } = useText()
  const people = members.map(({ id, name, devices }) => ({
    id,
    name: name || t('retention.paper.unnamed'),
    role: devices[0] ? t(roleKeys[devices[0].role]) : '',
    devices: t('retention.paper.deviceCount', { count: devices.length }),
  }))
  if (!exchange)
    return (
      <Part title={t('retention.paper.recipients')}>
        <p>{t('retention.paper.nobody')}</p>
      </Part>
    )
  return (
    <Part title={t('retention.paper.recipients')}>
      {people.length > 0 && (
        <PaperTable
          rows={people}
          columns={[
            { title: t('retention.paper.who'), cell: ({ name }) => name, share: 2 },
            { title: t('retention.paper.may'), cell: ({ role }) => role, share: 2 },
            { title: t('retention.paper.on'), cell: ({ devices }) => devices },
          ]}
        />
      )}
      {invited > 0 && <p>{t('retention.paper.invited', { count: invited })}</p>}
      {sheets > 0 && <p>{t('retention.paper.sheets', { count: sheets })}</p>}
      <p>{t('retention.paper.exchange', { address: exchange })}</p>
      <p>{t('retention.paper.exchangeSees')}</p>
      <p>{t('retention.paper.abroad')}</p>
    </Part>
  )
}

const measures: readonly TextKey[] = [
  'retention.paper.measure.sealed',
  'retention.paper.measure.lock',
  'retention.paper.measure.roles',
  'retention.paper.measure.lost',
  'retention.paper.measure.none',
  'retention.paper.measure.backup',
]

/** What can be done before it is printed. */
function Before({ due, exchange }: PrivacyFacts): JSX.Element {
  const { t } = useText()
  const mayWrite = useMayWrite()
  return (
    <div class="stack tight">
      {due > 0 && mayWrite && (
        <Status look="waiting" icon="clock" to={href('/privacy/due')}>
          {t('retention.dueCount', { count: due })}
        </Status>
      )}
      <Buttons column>
        {due === 0 && (
          <LinkButton writes icon="list" to={href('/privacy/due')}>
            {t('retention.due.title')}
          </LinkButton>
        )}
        <LinkButton writes icon="pencil" to={href('/privacy/change')}>
          {t('retention.change')}
        </LinkButton>
      </Buttons>
      {exchange && <LegalLinks />}
    </div>
  )
}

function Sheet(facts: PrivacyFacts): JSX.Element {
  const { t } = useText()
  const kept = useKept(facts)
  return (
    <Paper title={t('retention.paper.title')} parent="/more" before={<Before {...facts} />}>
      {facts.name && <p>{t('retention.paper.notebook', { name: facts.name })}</p>}
      <Controller {...facts} />
      <Part title={t('retention.paper.purposes')}>
        <p>{t('retention.paper.purposesWhat')}</p>
      </Part>
      <Part title={t('retention.paper.kept')}>
        <PaperTable
          rows={kept}
          columns={[
            { title: t('retention.paper.whose'), cell: ({ what }) => what },
            { title: t('retention.paper.data'), cell: ({ holds }) => holds, share: 1.4 },
            { title: t('retention.paper.lasts'), cell: ({ lasts }) => lasts },
          ]}
        />
        <p>{t('retention.paper.sensitive')}</p>
      </Part>
      <Recipients {...facts} />
      <Part title={t('retention.paper.measures')}>
        <Lines keys={measures} />
      </Part>
      <Part title={t('retention.paper.rights')}>
        <p>{t('retention.paper.rightsWhat')}</p>
      </Part>
    </Paper>
  )
}

/** What is kept, for how long, and who sees it; with the record of processing (Art. 30 GDPR), for the board. */
export function PrivacyPaper(): JSX.Element | null {
  const facts = usePrivacyFacts()
  return facts ? <Sheet {...facts} /> : null
}
