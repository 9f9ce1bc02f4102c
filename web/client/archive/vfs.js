/** Lets SQLite read a `RangeFile` as its database: a file system of one file that nobody can write to. */

export const NAME = "ranges";

/**
 * @param {any} sqlite3 the module of @sqlite.org/sqlite-wasm
 * @param {import("../ranges/file.js").RangeFile} file
 * @param {(error: Error) => void} failed told why a read fails: SQLite itself only says that it did
 */
export function install(sqlite3, file, failed) {
  const { capi } = sqlite3;
  const io = new capi.sqlite3_io_methods();
  const vfs = new capi.sqlite3_vfs();
  vfs.$iVersion = 1;
  vfs.$szOsFile = capi.sqlite3_file.structInfo.sizeof;
  vfs.$mxPathname = 256;
  vfs.$zName = sqlite3.wasm.allocCString(NAME);
  const methods = reading(sqlite3, file, failed);
  sqlite3.vfs.installVfs({ io: { struct: io, methods }, vfs: { struct: vfs, methods: opening(sqlite3, io) } });
}

function reading({ capi, wasm }, file, failed) {
  return {
    xClose: () => 0,
    xRead(_file, target, length, place) {
      const start = Number(target);
      try {
        const got = file.read((bytes, at) => wasm.heap8u().set(bytes, start + at), Number(place), length);
        if (got === length) return 0;
        wasm.heap8u().fill(0, start + got, start + length);
        return capi.SQLITE_IOERR_SHORT_READ;
      } catch (error) {
        failed(error);
        return capi.SQLITE_IOERR_READ;
      }
    },
    xFileSize(_file, result) {
      wasm.poke(result, BigInt(file.size), "i64");
      return 0;
    },
    xWrite: () => capi.SQLITE_READONLY,
    xTruncate: () => capi.SQLITE_READONLY,
    xSync: () => 0,
    xLock: () => 0,
    xUnlock: () => 0,
    xCheckReservedLock: (_file, result) => (wasm.poke(result, 0, "i32"), 0),
    xFileControl: () => capi.SQLITE_NOTFOUND,
    xSectorSize: () => file.pageSize,
    xDeviceCharacteristics: () => capi.SQLITE_IOCAP_IMMUTABLE,
  };
}

function opening({ capi, wasm }, io) {
  return {
    xOpen(_vfs, _name, pointer, flags, told) {
      const opened = new capi.sqlite3_file(pointer);
      opened.$pMethods = io.pointer;
      opened.dispose();
      if (told) wasm.poke(told, flags | capi.SQLITE_OPEN_READONLY, "i32");
      return 0;
    },
    xDelete: () => capi.SQLITE_READONLY,
    xAccess: (_vfs, _name, _flags, result) => (wasm.poke(result, 0, "i32"), 0),
    xFullPathname: (_vfs, name, size, result) => (wasm.cstrncpy(result, name, size) < size ? 0 : capi.SQLITE_CANTOPEN),
    xGetLastError: () => 0,
    xRandomness(_vfs, length, target) {
      crypto.getRandomValues(wasm.heap8u().subarray(Number(target), Number(target) + length));
      return length;
    },
    xSleep: () => 0,
    xCurrentTime: (_vfs, result) => (wasm.poke(result, 2440587.5 + Date.now() / 864e5, "double"), 0),
    xCurrentTimeInt64(_vfs, result) {
      wasm.poke(result, BigInt(Math.round(2440587.5 * 864e5 + Date.now())), "i64");
      return 0;
    },
  };
}
