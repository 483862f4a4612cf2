// Prints what @aws/cloudformation-validate finds wrong with templates, a line each: severity, rule, place, message.
const { RegoEngine, TemplateFile } = require("@aws/cloudformation-validate");

const engine = new RegoEngine();
try {
  for (const file of process.argv.slice(2)) {
    const report = engine.validateStandard(new TemplateFile(file));
    for (const d of report.diagnostics) {
      console.log([d.severity, d.ruleId, `${d.resourceId ?? ""}.${d.propertyPath ?? ""}`, d.message].join("\t"));
    }
    console.log(["VALIDATED", "", file, ""].join("\t"));
  }
} finally {
  engine.free();
}
