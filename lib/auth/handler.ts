import 'server-only'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from './options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Everything below `/api/auth`. */
export const authHandler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions())
