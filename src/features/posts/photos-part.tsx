import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { holdsOf, type Check, type Hold } from '../../records/post.ts'
import { Tick } from '../../ui/choices.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import type { Material } from './read.ts'
import { WhoPart } from './who-part.tsx'

const whyKeys: { readonly [why in Hold['why']]: TextKey } = {
  unasked: 'posts.hold.unasked',
  stranger: 'posts.hold.stranger',
  person: 'posts.hold.person',
  parents: 'posts.hold.parents',
}

/** Why a photo stays here, and the way to the person whose agreement is missing. */
function HoldLine({ hold, material }: { hold: Hold; material: Material }): JSX.Element {
  const { t } = useText()
  const name = material.people.find(({ id }) => id === hold.person)?.label ?? ''
  const words = t(whyKeys[hold.why], { name })
  if (!hold.person)
    return (
      <Status look="waiting" icon="info">
        {words}
      </Status>
    )
  return (
    <Status look="problem" icon="circle-alert" to={href(`/people/${hold.person}/change`)}>
      {words}
    </Status>
  )
}

type PartProps = { form: Form; material: Material; check: Check }

function PhotoChoice({ form, material, check, photo }: PartProps & { photo: Row }): JSX.Element {
  const { t } = useText()
  const isChosen = form.values[`photos/${photo.id}`] === true
  const url = usePhoto(photo.id)
  const number = material.photos.indexOf(photo) + 1
  const name = photo.label || t('posts.photoNumber', { number })
  return (
    <li class="entry stack tight">
      {url && <img class="picture r43" src={url} alt={name} />}
      <Tick
        label={t('posts.takeAlong')}
        hint={name}
        ticked={isChosen}
        onTick={(isTicked) => form.set(`photos/${photo.id}`, isTicked)}
      />
      {isChosen && (
        <>
          <WhoPart form={form} material={material} photo={photo.id} />
          <div class="stack tight" role="status">
            {holdsOf(form.values, photo.id, check).map((hold) => (
              <HoldLine key={`${hold.why} ${hold.person}`} hold={hold} material={material} />
            ))}
          </div>
        </>
      )}
    </li>
  )
}

/** The photos about the record, each taken along only if somebody ticks it and everybody in it agreed. */
export function PhotosPart({ form, material, check }: PartProps): JSX.Element | null {
  const { t } = useText()
  if (material.photos.length === 0) return null
  return (
    <Section title={t('posts.photos')}>
      <ul class="stack">
        {material.photos.map((photo) => (
          <PhotoChoice key={photo.id} form={form} material={material} check={check} photo={photo} />
        ))}
      </ul>
    </Section>
  )
}
