import { readCode } from './code'
import { readDockerRun } from './docker-run'
import { readDotenv } from './dotenv'
import { type Format, formatOf } from './format'
import { readJson } from './json'
import { plainText } from './lines'
import { readProperties } from './properties'
import type { ConfigFile } from './types'
import { readYaml } from './yaml'

export type { ConfigFile, KeptRequest, Setting, Unread } from './types'

const readers: Record<Format, (text: string) => ConfigFile> = {
  'docker-run': readDockerRun,
  dotenv: readDotenv,
  javascript: (text) => readCode(text, 'javascript'),
  json: (text) => readBraces(text),
  php: (text) => readCode(text, 'php'),
  properties: readProperties,
  python: (text) => readCode(text, 'python'),
  yaml: readYaml,
}

/** Settings in whatever people keep them in. `name` is the file's, where there is one. */
export const readConfigFile = (text: string, name?: string): ConfigFile => {
  const plain = plainText(text)
  const file = read(plain, formatOf(plain, name))
  return name === undefined ? file : { ...file, settings: file.settings.map((one) => withContext(one, name)) }
}

const read = (text: string, format: Format): ConfigFile => {
  try {
    return readers[format](text)
  } catch (thrown) {
    // The stack ran out: nothing that a person wrote goes so deep.
    if (!(thrown instanceof RangeError)) throw thrown
    const reason = 'It is nested too deeply to be read.'
    return { format: 'text', settings: [], requests: [], unread: [{ key: '', line: null, reason }] }
  }
}

const withContext = (setting: ConfigFile['settings'][number], name: string) => ({
  ...setting,
  context: [name, ...(setting.context ?? [])],
})

/** What begins with a brace or a bracket is JSON, or an object or array of a language. */
const readBraces = (text: string): ConfigFile => {
  // Manifests come as JSON too, and JSON is YAML.
  if (/"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text)) return readYaml(text)
  const json = readJson(text)
  if (json.unread.length === 0) return json
  const isPhp = /["']\s*=>/.test(text)
  const code = readCode(text, isPhp ? 'php' : 'javascript')
  return code.settings.length > json.settings.length ? code : json
}
