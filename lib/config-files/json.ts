import { printParseErrorCode } from 'jsonc-parser'
import { parseJson, settingsOf } from './json-tree'
import { lineAt } from './lines'
import { isPostman, readPostman } from './postman'
import type { ConfigFile } from './types'

export const readJson = (text: string): ConfigFile => {
  const { root, errors } = parseJson(text)
  if (root && isPostman(root)) return readPostman(root, text)
  const unread = errors.slice(0, 1).map(({ error, offset }) => {
    const column = offset - text.lastIndexOf('\n', offset - 1)
    const said = printParseErrorCode(error).replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)
    const line = lineAt(text, offset)
    return {
      key: '',
      line,
      reason: `This is no valid JSON (line ${line} column ${column}: ${said.toLowerCase()}).`,
    }
  })
  const settings = root ? settingsOf(root, text) : []
  return { format: 'JSON', settings, requests: [], unread }
}
