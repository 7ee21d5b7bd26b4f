// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, expect, it } from 'vitest'
import { Lazy } from '../../src/ui/lazy.tsx'

afterEach(cleanup)

let made = 0

function Form({ id }: { id: string }) {
  const [number] = useState(() => (made += 1))
  return <p>{`form ${number} of ${id}`}</p>
}
const Other = ({ id }: { id: string }) => <p>{`other of ${id}`}</p>

const loadForm = () => Promise.resolve(Form)

it('keeps the present screen as it was until the next one is there', async () => {
  let arrive = (): void => undefined
  const loadOther = () => new Promise<typeof Other>((resolve) => (arrive = () => resolve(Other)))
  const shown = render(<Lazy load={loadForm} props={{ id: 'a' }} />)
  const first = (await screen.findByText(/^form \d+ of a$/)).textContent
  shown.rerender(<Lazy load={loadOther} props={{ id: 'b' }} />)
  expect(screen.getByText(/form/).textContent).toBe(first)
  arrive()
  expect(await screen.findByText('other of b')).toBeDefined()
})

it('gives whoever goes away and comes back at once a new screen', async () => {
  const loadOther = () => new Promise<typeof Other>(() => undefined)
  const shown = render(<Lazy load={loadForm} props={{ id: 'a' }} />)
  const first = (await screen.findByText(/^form \d+ of a$/)).textContent
  shown.rerender(<Lazy load={loadOther} props={{ id: 'b' }} />)
  shown.rerender(<Lazy load={loadForm} props={{ id: 'a' }} />)
  await expect.poll(() => screen.getByText(/of a$/).textContent).not.toBe(first)
})

it('stays the same screen when only what it shows changes', async () => {
  const shown = render(<Lazy load={loadForm} props={{ id: 'a' }} />)
  const first = (await screen.findByText(/^form \d+ of a$/)).textContent
  shown.rerender(<Lazy load={loadForm} props={{ id: 'b' }} />)
  expect(screen.getByText(/form/).textContent).toBe(first?.replace('of a', 'of b'))
})
