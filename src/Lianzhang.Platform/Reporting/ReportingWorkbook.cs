using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>A list or a form of reporting as an Excel file.</summary>
public sealed record ReportingWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);
