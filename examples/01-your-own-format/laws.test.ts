import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { decodeSensorLog, encodeSensorLog, sizeOfSensorLog } from './generated/sensor-log.js';
import { SensorLog } from './sensor-log.js';

laws(SensorLog, { decode: decodeSensorLog, encode: encodeSensorLog, sizeOf: sizeOfSensorLog });
