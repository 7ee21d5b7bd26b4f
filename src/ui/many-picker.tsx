import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button, Buttons } from './button.tsx'
import { SearchField } from './field.tsx'
import { useFound, type Pick } from './picker.tsx'
import { useText } from './text.ts'

type ManyPickerProps = {
  legend: string
  hint?: string
  chosen: readonly Pick[]
  addText: string
  searchText: string
  /** The first ones for '', else those that match. */
  find: (query: string) => Promise<readonly Pick[]>
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  /** More to say about each one that is chosen. */
  children?: (id: string) => ComponentChildren
}

/** Chooses any number of records by name: closed it says who is chosen, open it searches and stays open. */
export function ManyPicker(props: ManyPickerProps): JSX.Element {
  const { legend, hint, chosen, addText, searchText, find, onAdd, onRemove, children } = props
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const found = useFound(find, query, open)
  const ids = new Set(chosen.map((one) => one.id))
  return (
    <fieldset class="stack tight">
      <legend class="label">{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {chosen.map((one) => (
        <div class="entry stack tight" key={one.id}>
          <p class="chosen">
            <strong>{one.label}</strong>
          </p>
          {children?.(one.id)}
          <Button icon="x" onPress={() => onRemove(one.id)}>
            {t('ui.removeOne', { name: one.label })}
          </Button>
        </div>
      ))}
      {open ? (
        <>
          <SearchField label={searchText} value={query} onInput={setQuery} />
          <Buttons column>
            {found
              .filter((one) => !ids.has(one.id))
              .map((one) => (
                <Button
                  key={one.id}
                  icon="plus"
                  onPress={() => {
                    onAdd(one.id)
                    setQuery('')
                  }}
                >
                  {one.label}
                </Button>
              ))}
            <Button icon="check" onPress={() => setOpen(false)}>
              {t('ui.enough')}
            </Button>
          </Buttons>
        </>
      ) : (
        <Button icon="plus" onPress={() => setOpen(true)}>
          {addText}
        </Button>
      )}
    </fieldset>
  )
}
