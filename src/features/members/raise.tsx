import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { codeOf, setRole as giveRole } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { useText, type TextKey } from '../../ui/text.ts'
import { Problem, type Code } from './problem.tsx'
import { useTogether } from './use-circle.ts'
import { deviceKeys, roleKeys, rolesAbove } from './words.ts'
import type { MemberDevice } from '../../sync/status.ts'

const hintKeys: { readonly [role in MemberDevice['role']]: TextKey } = {
  reader: 'members.role.readerHint',
  member: 'members.role.memberHint',
  coordinator: 'members.role.coordinatorHint',
}

function Form({ name, device }: { name: string; device: MemberDevice }): JSX.Element {
  const { t } = useText()
  const roles = rolesAbove(device.role)
  const [role, setRole] = useState(roles[0])
  const [problem, setProblem] = useState<Code>()
  const press = async (): Promise<void> => {
    if (!role) return
    await giveRole(device.id, role).then(
      () => back('/members'),
      (reason: unknown) => setProblem(codeOf(reason)),
    )
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <div class="stack tight">
        <h2>{name}</h2>
        <p>
          {t('members.raise.now', { device: t(deviceKeys[device.kind]), role: t(roleKeys[device.role]) })}
        </p>
      </div>
      <p class="card">{t('members.raise.together')}</p>
      <Choices
        legend={t('members.raise.from')}
        value={role}
        onChoose={setRole}
        choices={roles.map((one) => ({ value: one, label: t(roleKeys[one]), hint: t(hintKeys[one]) }))}
      />
      <p>{t('members.raise.forGood')}</p>
      {problem && <Problem code={problem} />}
      <Buttons column>
        <LinkButton to={href('/members')}>{t('members.cancel')}</LinkButton>
        <Button primary submit icon="check" onPress={press}>
          {t('members.raise.do')}
        </Button>
      </Buttons>
    </form>
  )
}

/** More rights for a device: done in person, side by side. */
export function Raise({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const together = useTogether()
  if (!together) return null
  const member = together.circle.members.find(({ devices }) =>
    devices.some(({ id }) => id === params['device']),
  )
  const device = member?.devices.find(({ id }) => id === params['device'])
  return (
    <Page title={t('members.raise.title')} parent="/members">
      {member && device && rolesAbove(device.role).length > 0 ? (
        <Form name={member.name} device={device} />
      ) : (
        <div class="page stack">
          <p>{t('members.raise.nothing')}</p>
        </div>
      )}
    </Page>
  )
}
