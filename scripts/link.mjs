import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import nextEnv from '@next/env'
import Database from 'better-sqlite3'
import { ulid } from 'ulid'
import { readAddress } from './steps/ground.mjs'
import { root } from './steps/run.mjs'
import { Halt, orHalt, point } from './steps/say.mjs'

const dayMs = 24 * 60 * 60 * 1000

const keyOf = (secret, label) => Buffer.from(hkdfSync('sha256', secret, '', label, 32))

/** As `hashToken` of lib/crypto/keys.ts: the server must find what is written here. */
const hashToken = (token, secretText) =>
  createHmac('sha256', keyOf(keyOf(Buffer.from(secretText), 'jaribu root'), 'jaribu token pepper'))
    .update(token, 'utf8')
    .digest('base64url')

/** Prints a fresh one-time link for the owner: for a forgotten password, or a first link that has expired. */
const link = async () => {
  nextEnv.loadEnvConfig(root, false, { info: () => {}, error: console.error })
  const folder = path.resolve(root, process.env.JARIBU_DATA_DIR || 'data')
  const file = path.join(folder, 'jaribu.db')
  const secretFile = path.join(folder, 'secret')
  if (!existsSync(file) || (!process.env.JARIBU_SECRET && !existsSync(secretFile))) {
    throw new Halt(`There is no workspace in ${folder} yet. Start Jaribu once: npm start`)
  }
  const secretText = process.env.JARIBU_SECRET || readFileSync(secretFile, 'utf8').trim()
  const db = new Database(file)
  db.pragma('busy_timeout = 5000')
  const owner = db
    .prepare(
      `select m.workspace_id as workspaceId from members m join workspaces w on w.id = m.workspace_id
       where m.role = 'owner' and m.removed_at is null order by w.created_at, m.created_at, m.id limit 1`,
    )
    .get()
  if (!owner) throw new Halt(`The workspace in ${folder} has no owner yet. Start Jaribu once: npm start`)
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  db.transaction(() => {
    db.prepare(
      `update sign_in_links set revoked_at = ? where workspace_id = ? and kind = 'owner'
       and used_at is null and revoked_at is null`,
    ).run(now, owner.workspaceId)
    db.prepare(
      `insert into sign_in_links (id, kind, workspace_id, token_hash, role, label, created_at, expires_at)
       values (?, 'owner', ?, ?, 'owner', '', ?, ?)`,
    ).run(ulid(now), owner.workspaceId, hashToken(token, secretText), now, now + dayMs)
  })()
  db.close()
  point(`Sign in as the owner, once, within 24 hours: ${readAddress().url}/start/${token}`)
}

orHalt(link())
