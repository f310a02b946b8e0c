using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lianzhang.Platform.Reporting;

/// <summary>Puts comments beside cells. Excel shows them only with a drawing of each, in the old way that is called VML.</summary>
internal static class SheetComments
{
    private const int LongestLine = 22;

    public static void Add(WorksheetPart sheet, IReadOnlyList<(SheetPlace At, string Text)> comments)
    {
        if (comments.Count == 0)
            return;
        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("校验")),
            new CommentList(comments.OrderBy(comment => comment.At.Row).ThenBy(comment => comment.At.Column).Select(comment =>
                new Comment(new CommentText(new Text(SheetCanvas.Writable(comment.Text)))) { Reference = comment.At.ToString(), AuthorId = 0 })));
        var drawing = sheet.AddNewPart<VmlDrawingPart>();
        using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(Vml(comments))))
            drawing.FeedData(stream);
        sheet.Worksheet!.Append(new LegacyDrawing { Id = sheet.GetIdOfPart(drawing) });
    }

    private static string Vml(IReadOnlyList<(SheetPlace At, string Text)> comments)
    {
        var vml = new StringBuilder("""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
            """);
        foreach (var (index, (at, text)) in comments.Index())
        {
            var lines = text.Split('\n').Sum(line => 1 + (line.Length / LongestLine));
            vml.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="_x0000_s{1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>
                <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{at.Column}, 12, {at.Row - 1}, 4, {at.Column + 3}, 24, {at.Row + lines}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{at.Row - 1}</x:Row><x:Column>{at.Column - 1}</x:Column></x:ClientData></v:shape>
                """);
        }

        return vml.Append("</xml>").ToString();
    }
}
