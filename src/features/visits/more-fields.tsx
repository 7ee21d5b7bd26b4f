import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { findByName } from '../../db/search.ts'
import { textOf } from '../../records/fields.ts'
import { figureField, figuresOf } from '../../records/figures.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { today } from '../../ui/dates.ts'
import { DateField } from '../../ui/datefield.tsx'
import { TextField } from '../../ui/field.tsx'
import { FiguresField } from '../../ui/figures.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useText } from '../../ui/text.ts'
import type { Answers } from './who-fields.tsx'

function ProjectPicker({ values, set }: Answers): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const project = textOf(values, 'project')
  const row = useLive(async () => (project ? rowOf(notebook, project) : undefined), [notebook, project])
  return (
    <Picker
      label={t('visits.project')}
      chosen={row?.label || t('visits.noProject')}
      changeText={t('visits.chooseProject')}
      clearText={project ? t('visits.noProject') : undefined}
      searchText={t('visits.searchProject')}
      find={(query) => findByName(notebook, ['project'], query)}
      onPick={(id) => set('project', id)}
    />
  )
}

/** How many were there: closed where nobody has counted yet. */
function FiguresPart({ values, set }: Answers): JSX.Element {
  const { t } = useText()
  const figures = figuresOf(values, 'once')
  const isCounted = Object.keys(values).some(
    (field) => field.startsWith('figures/') && values[field] !== null,
  )
  const [open, setOpen] = useState(isCounted)
  if (!open)
    return (
      <Button icon="users" onPress={() => setOpen(true)}>
        {t('visits.enterFigures')}
      </Button>
    )
  return (
    <section class="section">
      <h2>{t('visits.figures')}</h2>
      <FiguresField figures={figures} onCount={(what, count) => set(figureField('once', what), count)} />
    </section>
  )
}

/** What only some visits need: all of it may be left out. */
export function MoreFields({ values, set }: Answers): JSX.Element {
  const { t } = useText()
  return (
    <>
      <TextField
        label={t('visits.titleField')}
        optional
        hint={t('visits.titleHint')}
        value={textOf(values, 'title')}
        onInput={(title) => set('title', title)}
      />
      <DateField
        legend={t('visits.lastDay')}
        value={textOf(values, 'endDate')}
        onChange={(date) => set('endDate', date)}
        today={today(new Date())}
      />
      <ProjectPicker values={values} set={set} />
      <TextField
        label={t('visits.author')}
        optional
        autocomplete="name"
        value={textOf(values, 'author')}
        onInput={(author) => set('author', author)}
      />
      <Choices
        legend={t('visits.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <FiguresPart values={values} set={set} />
    </>
  )
}
