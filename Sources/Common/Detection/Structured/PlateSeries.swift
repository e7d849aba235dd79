/// The forms of registrations, "L2-D3-L1" for two letters, three figures, one letter.
enum PlateSeries {
  /// The Dutch series (RDW) in order of issue, 1 to 14, and the same without separators where
  /// letters and figures still tell three groups apart.
  static let dutch = PlateForm.set(
    """
    L2-D2-D2 D2-D2-L2 D2-L2-D2 L2-D2-L2 L2-L2-D2 D2-L2-L2 D2-L3-D1 D1-L3-D2 L2-D3-L1 L1-D3-L2 \
    L3-D2-L1 L1-D2-L3 D1-L2-D3 D3-L2-D1 D2L2D2 L2D2L2 D2L3D1 D1L3D2 L2D3L1 L1D3L2 L3D2L1 \
    L1D2L3 D1L2D3 D3L2D1 L2-D3L1 D2-L3D1
    """
  )

  /// Foreign forms of their own: Belgium, France and Italy, Germany, Romania, Bulgaria and
  /// Ukraine, Hungary, Spain, the United Kingdom, Slovakia, Serbia and Croatia, Turkey, Poland.
  static let distinct = PlateForm.set(
    """
    D1-L3-D3 D1L3D3 L2-D3-L2 L2D3L2 L1-D2-L3 L1-D3-L3 L2-D2-L3 L2D2L3 L2-D4-L2 L1-D4-L2 L2D4L2 \
    D4-L3 L2D2-L3 L2-L2-D3 L1-L2-D3 L1-L2-D4 L2-L1-D4 L2-L2-D4 L1-L1-D4 L2-L1-D3 L1-L1-D3 \
    L3-L1-D3 L3-L2-D3 L3-L2-D2 L3-L1-D4 L3-L1-D2 L2-L2-D2 L2-D3-L1 D2-L3-D2 D2-L2-D3 D2-L1-D4 \
    D2-L2-D4 D2-L3-D3 L2-D4-L1 L3-D1L3 L3-D1L1D3 L2-D1L1D3 L3-D2L1D2 L2-D4L1 L3-D2L2 L3-D4L1 \
    D1L1D1-D4
    """
  )

  /// Forms that a vehicle must vouch for: old Belgian, Hungarian, Lithuanian, Polish, Luxembourg.
  static let foreign = PlateForm.set(
    """
    L3-D3 D3-L3 L2-D4 L2-D5 L3-D4 L3-D5 L1-D5 L2-D3 L2-D3L2 L3-D3L1 L2-D2L3 D3-D3 L1-D3 L1-D4 \
    L2-D6 L1-D6 L3-D2 D2-L2-D2 L3-D3-L2 L2-L1-D2 L1-L1-D2 L1-L2-D2 L4-D2 L4-D3 L2L2-D3 L3-D2L2
    """
  )

  /// Says whether a form without separator is like a Dutch one of two groups, "99xxxx".
  static func glued(_ form: PlateForm) -> Bool { gluedForms.contains(form) }

  private static let gluedForms = PlateForm.set(
    "D2L4 L4D2 L2D4 D4L2 L3D3 D3L3 D1L3D3 L2D5 L3D4 L3D5"
  )

  /// The old Belgian form, which dashes and capitals make clear.
  static let belgian = PlateForm.set("L3-D3 D3-L3")
}
