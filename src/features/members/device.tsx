import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import type { MemberDevice } from '../../sync/status.ts'
import { codeOf, setRole as giveRole } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { State } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { keepDone } from './done.ts'
import { Nothing } from './nothing.tsx'
import { Problem, type Code } from './problem.tsx'
import { useDevice, type Chosen } from './use-device.ts'
import { deviceWords, isLess, roleKeys, roles, whoseDevice } from './words.ts'

type Role = MemberDevice['role']

const hintKeys: { readonly [role in Role]: TextKey } = {
  reader: 'members.role.readerHint',
  member: 'members.role.memberHint',
  coordinator: 'members.role.coordinatorHint',
}

/** What a change of rights brings with it, beside the rights. */
function consequences(role: Role, before: Role): readonly TextKey[] {
  if (isLess(before, role)) return ['members.raise.together']
  if (!isLess(role, before)) return []
  const slips: readonly TextKey[] = before === 'coordinator' ? ['members.one.toLess'] : []
  return role === 'reader' ? [...slips, 'members.one.toReader'] : slips
}

function Form({ member: { name }, device }: Chosen): JSX.Element {
  const text = useText()
  const { t } = text
  const { now } = useNotebook()
  const [role, setRole] = useState<Role>(device.role)
  const [problem, setProblem] = useState<Code>()
  const [isBusy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    if (role === device.role) return back('/members')
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    await giveRole(device.id, role).then(
      () => {
        keepDone(t('members.one.changed', { name: whoseDevice(name, device, text), role: t(roleKeys[role]) }))
        back('/members')
      },
      (reason: unknown) => setProblem(codeOf(reason)),
    )
    setBusy(false)
  }
  const also = consequences(role, device.role)
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h2>{name || t('members.noName')}</h2>
        <p>
          {t('members.raise.now', {
            device: deviceWords(device, now(), text),
            role: t(roleKeys[device.role]),
          })}
        </p>
      </div>
      <Section title={t('members.one.lost')}>
        <LinkButton icon="trash-2" to={href(`/members/out/${device.id}`)}>
          {t('members.out.title')}
        </LinkButton>
      </Section>
      <Choices
        legend={t('members.raise.from')}
        value={role}
        onChoose={setRole}
        choices={roles.map((one) => ({ value: one, label: t(roleKeys[one]), hint: t(hintKeys[one]) }))}
      />
      <div aria-live="polite">
        {also.length > 0 && <p class="card">{also.map((key) => t(key)).join(' ')}</p>}
      </div>
      {problem && <Problem code={problem} />}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('members.one.busy')}
        </State>
      )}
      <Buttons column>
        <LinkButton to={href('/members')}>{t('members.cancel')}</LinkButton>
        <Button primary submit icon="check" onPress={press}>
          {t('members.one.title')}
        </Button>
      </Buttons>
    </form>
  )
}

/** One device of somebody else: what it may do, and the way to take it out of the notebook. */
export function DevicePage({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const chosen = useDevice(params['device'])
  if (chosen === undefined) return null
  return (
    <Page title={t('members.one.title')} parent="/members">
      {chosen ? <Form key={chosen.device.role} {...chosen} /> : <Nothing />}
    </Page>
  )
}
