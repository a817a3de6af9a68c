import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { complaintAbout, oldest } from '../scripts/steps/node-version.mjs'
import { readTracked, root } from './repository'

const manifest: { engines: { node: string }; scripts: Record<string, string> } = JSON.parse(
  readTracked('package.json'),
)
const exists = (file: string) => existsSync(path.join(root, file))

test('everything that names a Node version names the same one', () => {
  expect(`${manifest.engines.node}.0`).toBe(`>=${oldest}`)
  expect(readTracked('.nvmrc').trim()).toBe(oldest.split('.')[0])
  const matrix = /node: \[([\d, ]+)\]/.exec(readTracked('.github/workflows/ci.yml'))?.[1]?.split(', ') ?? []
  expect(matrix[0]).toBe(oldest.split('.')[0])
  expect(matrix.map((major) => complaintAbout(`${major}.19.0`))).toEqual(matrix.map(() => undefined))
})

test('public CI says the same word as a person', () => {
  const commands = [...readTracked('.github/workflows/ci.yml').matchAll(/^\s*- run: (.+)$/gm)]
  expect(commands.map(([, command]) => command)).toEqual(['npm test'])
})

test('components.json leads to the places that it names', () => {
  const {
    aliases,
    tailwind,
  }: { aliases: Record<string, string>; tailwind: { config: string; css: string } } = JSON.parse(
    readTracked('components.json'),
  )
  expect(exists(tailwind.config)).toBe(true)
  expect(exists(tailwind.css)).toBe(true)
  const places = Object.values(aliases).map((alias) => alias.replace('@/', ''))
  expect(places.filter((place) => !exists(place) && !exists(`${place}.ts`))).toEqual([])
})
