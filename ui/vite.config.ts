// Builds the screens to dist with relative addresses, so that window and server can both hand them out.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [svelte()],
  server: { fs: { allow: [".."] } },
  build: { assetsInlineLimit: 0, target: "es2022", modulePreload: { polyfill: false } },
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  test: { include: ["src/**/*.test.ts"] },
}));
