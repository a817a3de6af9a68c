import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readTracked } from './repository'

/** What CONTRIBUTING.md says about one file: the whole of a new one, or lines to add to one that is there. */
export type Recipe = { file: string; language: string; text: string }

export const recipes: readonly Recipe[] = [
  ...readTracked('CONTRIBUTING.md').matchAll(/<!-- recipe: (\S+) -->\n```(\w+)\n([\s\S]*?)```/g),
].map(([, file = '', language = '', text = '']) => ({ file, language, text }))

const recipeOf = (file: string): Recipe => {
  const found = recipes.filter((recipe) => recipe.file === file)
  if (found.length !== 1 || !found[0])
    throw new Error(`CONTRIBUTING.md has ${found.length} recipes for ${file}`)
  return found[0]
}

/** The lines of a hunk without their first column, those that stand in the file before or after it. */
const side = (hunk: string[], left: string) =>
  hunk.filter((line) => line[0] !== left).map((line) => line.slice(1))

const applied = (source: string, diff: string): string =>
  diff
    .trimEnd()
    .split('\n@@\n')
    .reduce((text, hunk) => {
      const lines = hunk.split('\n')
      const [before, after] = [side(lines, '+').join('\n'), side(lines, '-').join('\n')]
      const parts = `\n${text}`.split(`\n${before}\n`)
      if (parts.length !== 2) throw new Error(`These lines stand there ${parts.length - 1} times:\n${before}`)
      return parts.join(`\n${after}\n`).slice(1)
    }, source)

const made = { folder: '' }
const folder = () => {
  made.folder ||= mkdtempSync(path.join(tmpdir(), 'jaribu-recipe-'))
  return made.folder
}

export const forgetRecipes = () => rmSync(made.folder, { recursive: true, force: true })

/** Imports of a copy lead to the files beside the original, and to what other recipes make. */
const relocated = (file: string, text: string, elsewhere: Record<string, string>): string =>
  text.replace(/(from\s+')(\.[^']*)'/g, (_, from: string, specifier: string) => {
    const target = path.posix.join(path.posix.dirname(file), specifier)
    const isNew = recipes.some((recipe) => recipe.file === `${target}.ts` && recipe.language === 'ts')
    return `${from}${elsewhere[target] ?? (isNew ? written(`${target}.ts`) : `@/${target}`)}'`
  })

/** The file as it is once the recipe is followed, written where it can be imported; returns its place. */
const written = (file: string, elsewhere: Record<string, string> = {}): string => {
  const { language, text } = recipeOf(file)
  const whole = language === 'diff' ? applied(readTracked(file), text) : text
  const place = path.join(folder(), file)
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, relocated(file, whole, elsewhere))
  return place
}

/** The module that `file` is once the recipe is followed. `elsewhere`: where folders are that the recipe leaves out. */
export const followed = (
  file: string,
  elsewhere?: Record<string, string>,
): Promise<Record<string, unknown>> => import(/* @vite-ignore */ written(file, elsewhere))
