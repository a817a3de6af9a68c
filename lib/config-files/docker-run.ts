import { parse } from 'shell-quote'
import { aReference, meaningOf } from './meaning'
import type { ConfigFile, Setting, Unread } from './types'

/** The `-e`, `--env` and `--env-file` of a `docker run`, over however many lines. */
export const readDockerRun = (text: string): ConfigFile => {
  const lines = text.split('\n')
  const command = lines
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/[\\^`]\s*\n/g, ' ')
  const words = parse(command, (key) => `\${${key}}`).map((word) =>
    typeof word === 'string' ? word : undefined,
  )
  const settings: Setting[] = []
  const unread: Unread[] = []
  const lineOf = (start: string): number | null => {
    const index = lines.findIndex((line) => line.includes(start))
    return index === -1 ? null : index + 1
  }
  for (const [index, word] of words.entries()) {
    const file = word === '--env-file' ? words[index + 1] : /^--env-file=(.*)$/.exec(word ?? '')?.[1]
    if (file !== undefined) {
      const reason = 'Its variables stand in that file: paste it as well.'
      unread.push({ key: file, line: lineOf('--env-file'), reason })
    }
    const pair =
      word === '-e' || word === '--env' ? words[index + 1] : /^(?:--env=|-e)(?=\w)(.*)$/.exec(word ?? '')?.[1]
    const found = /^([A-Za-z_][\w.-]*)(?:=(.*))?$/s.exec(pair ?? '')
    if (!found?.[1]) continue
    const [, key, value] = found
    const meaning = value === undefined ? aReference('the same name outside the container') : meaningOf(value)
    settings.push({ path: [key], where: key, line: lineOf(`${key}`), ...meaning })
  }
  return { format: 'docker run', settings, requests: [], unread }
}
