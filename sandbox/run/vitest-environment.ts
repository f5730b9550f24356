import { testEnvironment } from "./test-environment";

// Before a test file loads anything that reads the configuration.
Object.assign(process.env, testEnvironment);
