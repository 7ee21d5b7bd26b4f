import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { addPhoto, usePhoto } from '../../db/photo.ts'
import { findByName } from '../../db/search.ts'
import { knownTowns } from '../../db/towns.ts'
import { textOf } from '../../records/fields.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { ownZone } from '../../shared/zone.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import { TownField } from '../../ui/townfield.tsx'
import { countryOfZone, findCountries } from '../../ui/countries.ts'
import { FittingPart } from './fitting-part.tsx'
import type { Fitting } from './types.ts'

/** The country by whose clock the event goes; asked for only where it is another one. */
function CountryPart({ form }: { form: Form }): JSX.Element {
  const { t, language } = useText()
  const zone = textOf(form.values, 'zone') || ownZone()
  const [isOpen, setOpen] = useState(zone !== ownZone())
  if (!isOpen)
    return (
      <Button icon="clock" onPress={() => setOpen(true)}>
        {t('events.otherCountry')}
      </Button>
    )
  return (
    <Picker
      label={t('events.country')}
      chosen={zone === ownZone() ? t('events.countryHere') : countryOfZone(zone, language)}
      changeText={t('events.chooseCountry')}
      clearText={t('events.countryHere')}
      searchText={t('events.searchCountry')}
      find={(query) => Promise.resolve(findCountries(query, language))}
      onPick={(picked) => form.set('zone', picked || ownZone())}
    />
  )
}

function ProjectPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const project = textOf(form.values, 'project')
  const row = useLive(async () => (project ? rowOf(notebook, project) : undefined), [notebook, project])
  return (
    <Picker
      label={t('events.project')}
      chosen={row?.label || t('events.noProject')}
      changeText={t('events.chooseProject')}
      clearText={project ? t('events.noProject') : undefined}
      searchText={t('events.searchProject')}
      find={(query) => findByName(notebook, ['project'], query)}
      onPick={(id) => form.set('project', id)}
    />
  )
}

function PhotoPart({ form }: { form: Form }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const photo = textOf(form.values, 'photo')
  const url = usePhoto(photo)
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('events.photo')}</legend>
      {url && <img class="picture r21" src={url} alt={t('events.photo')} />}
      <PhotoField
        onPhoto={async (shrunk) => form.set('photo', await addPhoto(notebook, shrunk, form.record))}
      />
      {photo && (
        <Button icon="x" onPress={() => form.set('photo', '')}>
          {t('events.noPhoto')}
        </Button>
      )}
    </fieldset>
  )
}

type MoreProps = { form: Form; fields: readonly Fitting[] }

/** What fewer events need: town, country, project, language, photo, and those fields that do not stand further up. */
export function MorePart({ form, fields }: MoreProps): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => knownTowns(notebook), [notebook])
  const { values, set } = form
  if (!towns) return null
  return (
    <>
      <TownField
        legend={t('events.town')}
        value={textOf(values, 'town')}
        onChoose={(town) => set('town', town)}
        towns={towns}
      />
      <CountryPart form={form} />
      <ProjectPart form={form} />
      <FittingPart form={form} fields={fields} />
      <Choices
        legend={t('ui.own.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <PhotoPart form={form} />
    </>
  )
}
